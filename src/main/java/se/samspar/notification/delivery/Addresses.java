package se.samspar.notification.delivery;

import java.net.Inet6Address;
import java.net.InetAddress;

/** Tells addresses apart by where they lead. */
final class Addresses {

    private static final int BYTE = 0xff;

    private Addresses() {}

    /** Does it lead into the open network? */
    static boolean isPublic(InetAddress address) {
        return !isOfSite(address)
                && !address.isLoopbackAddress()
                && !address.isLinkLocalAddress()
                && !address.isAnyLocalAddress()
                && !address.isMulticastAddress()
                && !isSpecial(address.getAddress());
    }

    /** Does it lead to a network within an organisation? */
    static boolean isOfSite(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean uniqueLocal = address instanceof Inet6Address && (bytes[0] & 0xfe) == 0xfc;
        boolean carrier = bytes.length == 4 && (bytes[0] & BYTE) == 100 && (bytes[1] & 0xc0) == 64;
        return address.isSiteLocalAddress() || uniqueLocal || carrier;
    }

    /** This network, broadcast and reserved ones; IPv4 in the guise of IPv6, which would lead anywhere. */
    private static boolean isSpecial(byte[] bytes) {
        if (bytes.length == 4) {
            return bytes[0] == 0 || (bytes[0] & BYTE) >= 240;
        }
        boolean translated = bytes[0] == 0 && (bytes[1] == 0 || bytes[1] == 0x64);
        boolean sixToFour = (bytes[0] & BYTE) == 0x20 && bytes[1] == 0x02;
        return translated || sixToFour;
    }
}

package se.samspar.notification.delivery;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Which addresses a host has at the moment. */
@FunctionalInterface
public interface AddressLookup {

    InetAddress[] of(String host) throws UnknownHostException;
}

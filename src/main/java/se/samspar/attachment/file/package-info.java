/** The files themselves: what they are, what of them was sent now, where they are kept. */
package se.samspar.attachment.file;

package se.samspar.attachment.file;

/**
 * What is known of a file without its content.
 *
 * @param id of the DocumentReference and of the Binary
 * @param sha256 of the content, in hexadecimal
 */
public record StoredFile(String id, String contentType, int size, String sha256) {}

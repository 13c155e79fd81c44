/** The rules for attachments. */
package se.samspar.attachment.rule;

/** What happens, from the write that does it to its number in every subscription that it is for. */
package se.samspar.notification.outbox;

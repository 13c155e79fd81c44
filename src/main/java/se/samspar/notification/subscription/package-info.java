/** The Subscription as a resource: what it asks for, what the server keeps of it, whose it is. */
package se.samspar.notification.subscription;

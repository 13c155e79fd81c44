/** How notifications get to their endpoints: who delivers when, what they say, and where they may go. */
package se.samspar.notification.delivery;

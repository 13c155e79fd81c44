/** What the two halves of a registration are, for the use cases and the rules alike. */
package se.samspar.registration.half;

/** Which units take part in a request and what follows from it, and so may see them (ALL-3). */
package se.samspar.track.participation;

/** The rules for requests on every track. */
package se.samspar.track.rule;

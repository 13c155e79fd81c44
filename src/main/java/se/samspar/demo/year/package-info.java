/**
 * A year of the demo region's collaboration, made up by a seed and brought about as units would: over HTTP, with their own
 * tokens, one course after the other at the times of that year ({@code --samspar.demo.year}).
 */
package se.samspar.demo.year;

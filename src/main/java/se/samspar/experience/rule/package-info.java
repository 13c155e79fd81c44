/** What holds of recorded experiences. */
package se.samspar.experience.rule;

/** What holds of deviations. */
package se.samspar.deviation.rule;

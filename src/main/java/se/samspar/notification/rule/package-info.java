/** The rules of the module, one class each. */
package se.samspar.notification.rule;

/** Rules that hold for every type of resource. */
package se.samspar.store.rule;

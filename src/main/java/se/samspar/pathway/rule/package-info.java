/** The rules about pathways and their introduction. */
package se.samspar.pathway.rule;

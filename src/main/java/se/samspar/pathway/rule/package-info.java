/** The rules about pathways, their introduction, and who is on the way through one. */
package se.samspar.pathway.rule;

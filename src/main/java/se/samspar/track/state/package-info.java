/** The states of a request and its work item (contract section 5): one table, used by operations and rules alike. */
package se.samspar.track.state;

/** Reports of the indicators that come about by themselves (UPP-3): frozen as they were made, as figures, CSV and HTML. */
package se.samspar.followup.report;

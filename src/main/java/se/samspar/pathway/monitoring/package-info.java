/** Values that started pathways ask for: those outside the limits of the patient become work items (UPP-9). */
package se.samspar.pathway.monitoring;

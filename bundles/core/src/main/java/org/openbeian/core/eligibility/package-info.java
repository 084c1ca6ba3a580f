/** What has to be filed: one decision table, its words, and what the server knows about the domain asked about. */
package org.openbeian.core.eligibility;

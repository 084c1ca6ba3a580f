/** Reports to authorities beside filings, and the code tables that authorities publish. */
package org.openbeian.core.report;

/** Public-security filings: what the platform asks, prefilled from the filing, checked, and followed to the number. */
package org.openbeian.publicsecurity;

/** The exchange of files with the authorities: uploads in sequence, results applied once. Plain Java; routes carry it. */
package org.openbeian.core.exchange;

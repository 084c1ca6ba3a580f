/** Documents as PDF. */
package org.openbeian.pdf;

/** Public holidays of mainland China. */
package org.openbeian.calendar.cn;

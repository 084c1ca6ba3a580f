/** A headless browser that runs the scripts of inspected pages and reaches public addresses alone. */
package org.openbeian.aftercare.browser;

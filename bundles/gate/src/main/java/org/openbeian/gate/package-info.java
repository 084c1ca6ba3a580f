/** The gate: an exact index of domains in memory, and its faces. */
package org.openbeian.gate;

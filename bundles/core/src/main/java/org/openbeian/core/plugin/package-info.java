/** The plugins of all kinds, for the operator. */
package org.openbeian.core.plugin;

/** What goes into a plugin that misbehaves. */
package org.openbeian.itests.faulty;

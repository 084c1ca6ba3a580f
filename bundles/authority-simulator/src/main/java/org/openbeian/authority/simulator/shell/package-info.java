/**
 * Commands {@code beian:simulator-*}. They are part of the simulator, so that a production server does not know them.
 */
package org.openbeian.authority.simulator.shell;

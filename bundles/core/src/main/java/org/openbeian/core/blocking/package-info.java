/** Domains that are told to file, blocked, isolated and opened again. */
package org.openbeian.core.blocking;

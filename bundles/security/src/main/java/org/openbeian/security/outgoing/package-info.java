/** Calls to addresses outside, which no address can make into calls to what is inside. */
package org.openbeian.security.outgoing;

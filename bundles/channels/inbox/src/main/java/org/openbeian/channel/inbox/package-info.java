/** Messages in the inbox of the account. */
package org.openbeian.channel.inbox;

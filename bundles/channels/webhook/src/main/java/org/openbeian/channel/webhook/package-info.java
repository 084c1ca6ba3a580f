/** Webhook. */
package org.openbeian.channel.webhook;

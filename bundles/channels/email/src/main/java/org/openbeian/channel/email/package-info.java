/** Messages by SMTP. */
package org.openbeian.channel.email;

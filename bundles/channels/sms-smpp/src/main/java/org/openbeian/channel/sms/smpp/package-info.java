/** SMS by SMPP. */
package org.openbeian.channel.sms.smpp;

/** SMS by Tencent Cloud. */
package org.openbeian.channel.sms.tencent;

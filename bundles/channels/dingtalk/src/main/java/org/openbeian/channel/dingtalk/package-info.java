/** DingTalk robot. */
package org.openbeian.channel.dingtalk;

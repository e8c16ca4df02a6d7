/** What is measured and traced, and how it leaves. */
@NullMarked
package app.madang.runtime.telemetry;

import org.jspecify.annotations.NullMarked;

/**
 * The layout's rules, kept over every module, each with a planted violation that proves it sees.
 */
@NullMarked
package app.madang.architecture;

import org.jspecify.annotations.NullMarked;

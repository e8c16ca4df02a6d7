package app.madang.functions.plantedtoo;

/** Another function, as far as the rules can see. */
public final class OtherFunction {}

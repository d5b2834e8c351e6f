#include "output/pdf/intent.h"

#include "output/pdf/object.h"

/* An ICC profile of version 2. */
static const uint8_t srgb[] = {
#include "output/pdf/srgb.inc"
};

uint32_t
nb_intent_write(struct nb_objects *o)
{
	const uint32_t profile = nb_object_new(o), ref = nb_object_new(o);
	GString *to;

	nb_object_stream(o, profile, "/N 3", srgb, sizeof(srgb));
	to = nb_object_begin(o, ref);
	g_string_append_printf(to,
	    "<</Type/OutputIntent/S/GTS_PDFA1"
	    "/OutputConditionIdentifier(sRGB IEC61966-2.1)"
	    "/Info(sRGB IEC61966-2.1)/DestOutputProfile %u 0 R>>",
	    profile);
	nb_object_end(o, ref);
	return ref;
}

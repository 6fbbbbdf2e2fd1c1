#include "bulletproof/yaml/guess.h"

#include "bulletproof/base/nearest.h"

const char *yaml_guess(StrView word, const char *const *names, size_t count)
{
    Nearest nearest = nearest_to(word);
    for (size_t i = 0; i < count; i++) {
        nearest_try(&nearest, view_of(names[i]));
    }
    return nearest.name.length > 0 ? nearest.name.data : NULL;
}

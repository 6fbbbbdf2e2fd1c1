#include "dice.h"

Dice dice_new(unsigned seed)
{
    return (Dice){seed * 2654435761u + 1};
}

size_t dice_throw(Dice *dice, size_t sides)
{
    dice->state ^= dice->state << 13;
    dice->state ^= dice->state >> 17;
    dice->state ^= dice->state << 5;
    return dice->state % sides;
}

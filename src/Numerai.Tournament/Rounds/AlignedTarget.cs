using Numerai.Tournament.Ports;

namespace Numerai.Tournament.Rounds;

/// <param name="Values">The targets aligned to the universe, column after column.</param>
/// <param name="Marked">Whether the file itself says which day it is of.</param>
internal sealed record AlignedTarget(double[] Values, bool Marked);

/// <summary>An aligned target where it is kept.</summary>
internal sealed record StoredTarget(ObjectReference Content, bool Marked);

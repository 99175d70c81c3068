namespace Numerai.Grains;

/// <summary>
/// A grain could not be reached, or could not reach its storage. What was asked for may or may not have happened; every command can be
/// repeated, so ask again.
/// </summary>
[GenerateSerializer]
[Alias("numerai.grain-unavailable")]
public class GrainUnavailableException : Exception
{
    public GrainUnavailableException()
    {
    }

    public GrainUnavailableException(string message)
        : base(message)
    {
    }

    public GrainUnavailableException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

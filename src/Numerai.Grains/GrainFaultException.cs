namespace Numerai.Grains;

/// <summary>
/// A grain met something that is no refusal and will not pass by itself: a bug, or data that are gone. Its log has the details.
/// </summary>
[GenerateSerializer]
[Alias("numerai.grain-fault")]
public class GrainFaultException : Exception
{
    public GrainFaultException()
    {
    }

    public GrainFaultException(string message)
        : base(message)
    {
    }

    public GrainFaultException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

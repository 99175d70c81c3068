namespace Numerai.Simulations;

/// <summary>A simulation that cannot be run or read: a stable code, and a sentence with what is wrong, where, and what to do.</summary>
public sealed class SimulationException(string code, string sentence, Exception? cause = null) : Exception(sentence, cause)
{
    public string Code { get; } = code;
}

using Numerai.Contracts;

namespace Numerai.Tournament.Ports;

/// <summary>Carries a refusal out of a stream that has to be broken off.</summary>
public sealed class UploadRefusedException(Refusal refusal) : Exception(refusal.Message)
{
    public Refusal Refusal { get; } = refusal;
}

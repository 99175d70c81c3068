using Numerai.Tournament.Agreements;

namespace Numerai.Grains.Actors;

/// <summary><see cref="IAgreement"/> as a grain.</summary>
[Alias("numerai.agreement")]
public interface IAgreementGrain : IAgreement, IOutboxGrain;

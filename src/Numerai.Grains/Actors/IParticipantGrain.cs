using Numerai.Tournament.Accounts;

namespace Numerai.Grains.Actors;

/// <summary><see cref="IParticipant"/> as a grain.</summary>
[Alias("numerai.participant")]
public interface IParticipantGrain : IParticipant, IOutboxGrain;

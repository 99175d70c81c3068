using Numerai.Tournament.Rounds.Schedule;

namespace Numerai.Grains.Actors;

/// <summary><see cref="ISchedule"/> as a grain.</summary>
[Alias("numerai.schedule")]
public interface IScheduleGrain : ISchedule, IOutboxGrain;

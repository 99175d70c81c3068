using Numerai.Tournament.Accounts.Models;

namespace Numerai.Grains.Actors;

/// <summary><see cref="IModel"/> as a grain.</summary>
[Alias("numerai.model")]
public interface IModelGrain : IModel, IOutboxGrain;

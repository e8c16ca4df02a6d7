package app.madang.functions.publishing;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Tools that are being edited; what the caller may not see is not there. */
interface Tools extends Repository<Tool, UUID> {

  Optional<Tool> findById(UUID id);

  <S extends Tool> S saveAndFlush(S tool);

  void delete(Tool tool);

  void flush();
}
